"""The figures of a coach in the form that Prometheus reads."""

from __future__ import annotations

from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.domain.health import Around, Health, Looks


def exposed(looks: Looks, now: datetime) -> bytes:
    """All figures in Prometheus's form, each said of its bot where there are several."""
    registry, gauges = CollectorRegistry(), dict[str, Gauge]()
    for bot, (health, around, well) in looks:
        for name, (what, value) in _figures(health, around, now, well=well).items():
            if name not in gauges:
                labels = ("bot",) if bot else ()
                gauges[name] = Gauge(f"coach_{name}", what, labels, registry=registry)
            (gauges[name].labels(bot) if bot else gauges[name]).set(value)
    return generate_latest(registry)


def _figures(
    health: Health, around: Around, now: datetime, *, well: bool
) -> dict[str, tuple[str, float]]:
    """Every figure: its name, what it is, and its value."""

    def age(since: datetime | None) -> float:
        return (now - since).total_seconds() if since else 0.0

    return {
        "well": ("Whether the coach is well.", float(well)),
        "people": ("Conversations that are kept.", health.people),
        "messages": ("Messages that are kept.", health.messages),
        "outbox": ("Messages that wait to be sent.", health.outbox),
        "outbox_age_seconds": ("How long the first of them waits.", age(health.outbox_since)),
        "reminders_due": ("Reminders whose time has come.", health.due),
        "reminder_late_seconds": ("How late the first of them is.", age(health.due_since)),
        "quarantined": ("Updates that were put aside.", health.aside),
        "cohorts_without_coordinator": ("Cohorts nobody leads.", health.without_coordinator),
        "last_turn_age_seconds": ("Since the last turn.", age(health.turn_at)),
        "last_update_age_seconds": ("Since the last look for updates.", age(health.alive_at)),
        "last_backup_age_seconds": ("Since the last good backup.", age(health.backup_at)),
        "disk_free_bytes": ("Room on the disk of the data.", around.free),
    }
