"""Between the Data API's fields and PostgreSQL: named parameters of a type, and results told by type."""

import base64
import json
import re
import uuid
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from psycopg.types.json import Json

from emulator.modeled.errors import AwsError

# What has a colon that starts no parameter: texts, quoted names, comments, casts. A percent sign means itself.
TOKENS = re.compile(
    r"(?P<skip>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|(?P<tag>\$\w*\$).*?(?P=tag)|::|:=)"
    r"|:(?P<name>[A-Za-z_]\w*)|(?P<percent>%)",
    re.DOTALL,
)
HINTS: dict[str, Callable[[str], Any]] = {
    "DATE": date.fromisoformat,
    "DECIMAL": Decimal,
    "JSON": lambda text: Json(json.loads(text)),
    "TIME": time.fromisoformat,
    "TIMESTAMP": datetime.fromisoformat,
    "UUID": uuid.UUID,
}
PLAIN = ("booleanValue", "longValue", "doubleValue", "stringValue")
ARRAYS: tuple[tuple[type, str], ...] = ((bool, "booleanValues"), (int, "longValues"), (float, "doubleValues"))
TIMESTAMPTZ = "timestamptz"
JDBC = {
    "bool": -7, "bytea": -2, "date": 91, "float4": 7, "float8": 8, "int2": 5, "int4": 4, "int8": -5, "numeric": 2,
    "text": 12, "time": 92, "timestamp": 93, "timestamptz": 93, "varchar": 12,
}  # fmt: skip
OTHER = 1111

Field = dict[str, Any]


def bad_request(message: str) -> AwsError:
    return AwsError("BadRequestException", message)


def statement(text: str, given: list[dict[str, Any]]) -> tuple[str, dict[str, Any] | None]:
    """The statement and its parameters in psycopg's form; without parameters it stays as it is."""
    if not given:
        return text, None
    values = {item["name"]: parameter(item) for item in given}

    def replaced(found: re.Match[str]) -> str:
        if found["percent"]:
            return "%%"
        if found["skip"]:
            return found["skip"].replace("%", "%%")
        return f"%({found['name']})s" if found["name"] in values else found[0]

    return TOKENS.sub(replaced, text), values


def parameter(given: dict[str, Any]) -> Any:
    value, hint = given.get("value") or {}, given.get("typeHint")
    if value.get("isNull"):
        return None
    if "arrayValue" in value:
        raise bad_request("Array parameters are not supported.")
    if "blobValue" in value:
        blob = value["blobValue"]
        return base64.b64decode(blob) if isinstance(blob, str) else bytes(blob)
    plain = next((value[name] for name in PLAIN if name in value), None)
    if plain is None:
        raise bad_request(f"Parameter {given.get('name')} has no value")
    if hint is None:
        return plain
    try:
        return HINTS[hint](plain)
    except (ValueError, TypeError, InvalidOperation) as error:
        raise bad_request(f"The value of parameter {given.get('name')} is no {hint}: {plain}") from error


def field(value: Any, raw: bytes | None, type_name: str, options: dict[str, Any]) -> Field:
    """A value of a result. What is no number, flag, blob or array is told as PostgreSQL writes it."""
    if value is None or raw is None:
        return {"isNull": True}
    if isinstance(value, bool):
        return {"booleanValue": value}
    if isinstance(value, int):
        return {"stringValue": str(value)} if options.get("longReturnType") == "STRING" else {"longValue": value}
    if isinstance(value, float):
        return {"doubleValue": value}
    if isinstance(value, Decimal) and options.get("decimalReturnType") == "DOUBLE_OR_LONG":
        return {"longValue": int(value)} if value == value.to_integral() else {"doubleValue": float(value)}
    if isinstance(value, bytes):
        return {"blobValue": value}
    if isinstance(value, list):
        return {"arrayValue": array(value)}
    text = raw.decode()
    return {"stringValue": text.removesuffix("+00") if type_name == TIMESTAMPTZ else text}


def array(value: list[Any]) -> dict[str, list[Any]]:
    if any(isinstance(item, list) for item in value):
        raise AwsError("UnsupportedResultException", "The result contains a multidimensional array.")
    for kind, member in ARRAYS:
        if {type(item) for item in value} == {kind}:
            return {member: value}
    return {"stringValues": [str(item) for item in value]}


def plain(told: Field) -> Any:
    """A field as formatted records show it."""
    value = next(iter(told.values()))
    if "isNull" in told:
        return None
    return next(iter(value.values())) if "arrayValue" in told else value


def column(name: str, type_name: str, precision: int, scale: int) -> dict[str, Any]:
    """What is told of a column. The tables behind results aren't looked up."""
    return {
        "name": name,
        "label": name,
        "type": 2003 if type_name.startswith("_") else JDBC.get(type_name, OTHER),
        "typeName": type_name,
        "precision": precision,
        "scale": scale,
        "nullable": 2,
        "isAutoIncrement": False,
        "isCaseSensitive": type_name in ("text", "varchar"),
        "isCurrency": False,
        "isSigned": type_name in ("int2", "int4", "int8", "float4", "float8", "numeric"),
        "arrayBaseColumnType": 0,
        "schemaName": "",
        "tableName": "",
    }
