"""The only place that asks what time it is.

`PROMOPLAN_NOW` fixes the answer, for tests and for "what will Monday show?".
"""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

VARIABLE = "PROMOPLAN_NOW"


class Clock(NamedTuple):
    """The moment a command runs at, asked once.

    A fixed moment without an offset is wall-clock time of whichever zone is asked for, so that
    `PROMOPLAN_NOW=2024-11-05` is that day for every team and on every machine.
    """

    moment: datetime

    def now(self, zone: ZoneInfo) -> datetime:
        """The moment, on the clocks of `zone`."""
        if self.moment.tzinfo is None:
            return self.moment.replace(tzinfo=zone)
        return self.moment.astimezone(zone)

    def today(self, zone: ZoneInfo) -> date:
        """The date that the calendars of `zone` show."""
        return self.now(zone).date()


def read(environ: Mapping[str, str] = os.environ) -> Clock:
    """Ask the machine, or take `PROMOPLAN_NOW`; raises ValueError when that is no ISO date or date-time."""
    fixed = environ.get(VARIABLE)
    return Clock(datetime.fromisoformat(fixed) if fixed else datetime.now(UTC))
