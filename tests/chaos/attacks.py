"""All attacks: the lines of the table."""

from __future__ import annotations

from tests.chaos import canaries, files, forging, killing, loads, network, power, strings
from tests.chaos.rows import Attack

ATTACKS = (
    Attack("power_cut", "power cut; only synced sectors stay", power.power_cut, 1000, 20),
    Attack("kill_telegram", "kill -9 while people write", killing.kill_telegram, 60, 0),
    Attack("kill_points", "kill -9 in a certain call", killing.kill_points, 12, 0),
    Attack("kill_page", "kill -9 of the page while people write", killing.kill_page, 12, 0),
    Attack("kill_reminders", "kill -9 while reminders leave", killing.kill_reminders, 5, 0),
    Attack("failing_disk", "disk full, read-only, or broken", files.failing_disk, 300, 10),
    Attack("flipped_bits", "one flipped bit in the data", files.flipped_bits, 500, 10),
    Attack("cut_off", "the data is cut off", files.cut_off, 200, 5),
    Attack("missing_journal", "the journal is gone", files.missing_journal, 50, 3),
    Attack("swapped_keys", "another installation's key", files.swapped_keys, 20, 1),
    Attack("two_instances", "a second coach on the data", files.two_instances, 10, 1),
    Attack("taken_away", "the data is deleted or replaced", files.taken_away, 20, 2),
    Attack("clock_moved", "the clock goes back or jumps", network.clock_moved, 400, 20),
    Attack("hours_away", "23 h without network", network.hours_away, 400, 20, True),
    Attack("storm_of_429", "429 again and again", network.storm_of_429, 200, 20, True),
    Attack("hour_of_5xx", "an hour of 5xx and resets", network.hour_of_5xx, 200, 10, True),
    Attack("flood", "one chat floods", network.flood, 2000, 100, True),
    Attack("forged_presses", "every action × every role", forging.forged_presses, 20000, 300),
    Attack("other_cohorts", "ids of other groups", forging.other_cohorts, 5000, 60),
    Attack("guessed_codes", "codes are guessed", forging.guessed_codes, 500, 40),
    Attack("guessed_words", "six words are guessed", loads.guessed_words, 100, 8),
    Attack("naughty_inputs", "naughty strings, every input", strings.naughty_inputs, 20000, 150),
    Attack("naughty_page", "naughty strings, the page", strings.naughty_page, 1000, 10),
    Attack("naughty_exports", "naughty strings, every export", strings.naughty_exports, 5000, 40),
    Attack("csv_formulas", "formulas in a table", strings.csv_formulas, 1000, 100),
    Attack("path_tricks", "paths that lead elsewhere", loads.path_tricks, 100, 20),
    Attack("yaml_bombs", "YAML bombs", loads.yaml_bombs, 20, 2),
    Attack("large_bodies", "bodies of 90 MB", loads.large_bodies, 30, 3),
    Attack("slow_clients", "clients that say nothing", loads.slow_clients, 900, 20),
    Attack("canaries", "words, token and key looked for", canaries.canaries, 20, 1, True),
)
