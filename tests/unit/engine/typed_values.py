"""Hypothesis strategies: a definition of a shape, as shape_of takes it, together with values of it."""

import copy

from hypothesis import strategies as st

# Definitions as shape_of takes them: scalars, [list], (map,), {structure}.
MEMBERS = st.sampled_from(["alpha", "beta", "gamma", "delta"])
SCALARS = st.sampled_from(["string", "integer", "boolean"])
STRUCTURES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        inner.map(lambda one: [one]), inner.map(lambda one: (one,)), st.dictionaries(MEMBERS, inner, min_size=1)
    ),
    max_leaves=8,
).map(lambda inner: {"top": inner})


def values(definition):
    """Values of a definition, each with at least one scalar in it."""
    if isinstance(definition, str):
        return {
            "string": st.text("abc-{[", min_size=1, max_size=5),
            "integer": st.integers(),
            "boolean": st.booleans(),
        }[definition]
    if isinstance(definition, list):
        return st.lists(values(definition[0]), min_size=1, max_size=3)
    if isinstance(definition, tuple):
        return st.dictionaries(st.text("abc", min_size=1), values(definition[0]), min_size=1, max_size=3)
    return st.fixed_dictionaries({name: values(inner) for name, inner in definition.items()})


TYPED = STRUCTURES.flatmap(lambda definition: st.tuples(st.just(definition), values(definition)))


def with_additions(definition, value, number):
    """The value as a service might tell it: with members of its own in every structure."""
    if isinstance(definition, list):
        return [with_additions(definition[0], item, number) for item in value]
    if isinstance(definition, tuple):
        return {key: with_additions(definition[0], item, number) for key, item in value.items()}
    if isinstance(definition, dict):
        known = {name: with_additions(inner, value[name], number) for name, inner in definition.items()}
        return {**known, **{f"added{place}": {"by": "the service"} for place in range(number)}}
    return value


def leaves(definition, value, path=()):
    """The paths of all scalars in a value."""
    if isinstance(definition, list):
        return [leaf for place, item in enumerate(value) for leaf in leaves(definition[0], item, (*path, place))]
    if isinstance(definition, tuple):
        return [leaf for key, item in value.items() for leaf in leaves(definition[0], item, (*path, key))]
    if isinstance(definition, dict):
        return [leaf for name, inner in definition.items() for leaf in leaves(inner, value[name], (*path, name))]
    return [path]


def with_leaf(value, path, change):
    if not path:
        return change(value)
    changed = copy.copy(value)
    changed[path[0]] = with_leaf(value[path[0]], path[1:], change)
    return changed


def other(scalar):
    if isinstance(scalar, bool):
        return not scalar
    return scalar + (1 if isinstance(scalar, int) else "z")
