"""Adverts and résumés as Hypothesis makes them: words of the trade in any disorder."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    [
        *("Python", "Go", "R", "C", "Java", "k8s", "Excel", "SAP", "NMC registration"),
        *("experience", "with", "of", "and", "or", "und", "oder", "in", "a", "the"),
        *(
            "3 years",
            "at least",
            "mindestens zwei Jahre",
            "degree",
            "Bachelor's degree",
        ),
        *("is a plus", "required", "von Vorteil", "must", "You have", "ideally"),
        *(
            "English",
            "Deutsch",
            "C1",
            "fluent",
            "nights",
            "stock control",
            "Ausbildung",
        ),
        *("2019 - 2022", "03/2021 - present", "seit 2020", "nursing", "Kundenberatung"),
        *("(", ")", ",", ";", ".", ":", "!", "…", "İ", "ß", "é", "\u00ad", "𝕬"),
    ]
)
_LINES = st.one_of(
    st.lists(_WORDS, max_size=12).map(" ".join),
    st.lists(_WORDS, max_size=8).map(lambda words: "- " + " ".join(words)),
    st.sampled_from(
        ["Requirements", "Nice to have:", "Ihr Profil", "We offer", "", "## Skills"]
    ),
    st.text(max_size=40),
)

texts = st.lists(_LINES, max_size=12).map("\n".join)
