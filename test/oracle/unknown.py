"""An amount that cannot be calculated, since a column that makes it is missing: no figure out of nothing."""


class Unknown:
    """Every sum, difference and opposite of it is unknown too; it is neither more nor less than an amount."""

    def unknown(self, *_):
        return self

    def neither(self, _):
        return False

    __add__ = __radd__ = __sub__ = __rsub__ = __neg__ = unknown
    __lt__ = __le__ = __gt__ = __ge__ = neither


UNKNOWN = Unknown()
# An amount that the convention does not give: no ceiling of that nature, and no movement that gives some.
NOT_GIVEN = Unknown()


def shown(figure):
    """For a person, in JSON."""
    if figure is UNKNOWN:
        return 'non calculable'
    if figure is NOT_GIVEN:
        return '–'
    raise TypeError(f'{figure!r} is no figure')
