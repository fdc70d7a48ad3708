"""Step 3's use cases: look back, keep what an interview asked, find patterns."""

from __future__ import annotations

from onward.method.reflection.services.experiments import (
    answer_experiment,
    experiment_for_today,
    experiments,
)
from onward.method.reflection.services.interviews import (
    Held,
    Preparation,
    interviews_of,
    keep_debrief,
    preparation,
    question_bank,
    to_debrief,
    to_prepare,
)
from onward.method.reflection.services.looking_back import (
    delete_reflection,
    keep_reflection,
    reflection_of,
    reflections_of,
)
from onward.method.reflection.services.near import Near, near_at
from onward.method.reflection.services.patterns import cases, pattern_page
from onward.method.reflection.services.research import keep_research, research_of

__all__ = (
    "Held",
    "Near",
    "Preparation",
    "answer_experiment",
    "cases",
    "delete_reflection",
    "experiment_for_today",
    "experiments",
    "interviews_of",
    "keep_debrief",
    "keep_reflection",
    "keep_research",
    "near_at",
    "pattern_page",
    "preparation",
    "question_bank",
    "reflection_of",
    "reflections_of",
    "research_of",
    "to_debrief",
    "to_prepare",
)
