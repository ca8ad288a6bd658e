package org.quartermaster.catalog.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.safety.CitationAnswer.Status;

class CitationCheckTest {

    private static final CitationCheck CHECK = new CitationCheck(
            List.of(
                    section("1910", "134", "Respiratory protection", null),
                    section("1910", "137", "Electrical protective equipment", null),
                    section("1910", "138", "Hand protection", null),
                    section("1926", "106", "Working over or near water", null),
                    section("1926", "150", "Fire protection", null),
                    section("1910", "999", "An old section", "29 CFR 1910.138")),
            List.of(
                    standard("ANSI/ISEA Z87.1-2020", "Z87.1", "2020", "current"),
                    standard("ANSI/ISEA Z87.1-2015", "Z87.1", "2015", "superseded"),
                    standard("ANSI/ISEA Z89.1-2014 (R2019)", "Z89.1", "2014 (R2019)", "current"),
                    standard("ANSI S3.19-1974", "S3.19", "1974", "withdrawn"),
                    standard("ANSI/ISEA 105-2024", "ISEA 105", "2024", "current"),
                    standard("ANSI/ISEA 105-2016", "ISEA 105", "2016", "superseded"),
                    standard("ANSI/ASSP Z359.1-2020", "Z359.1", "2020", "current"),
                    standard("ANSI/ASSP Z359.11-2021", "Z359.11", "2021", "current"),
                    standard("ASTM F2413-18", "F2413", "2018", "superseded"),
                    standard("ASTM F2413-24", "F2413", "2024", "current"),
                    standard("ANSI/UL 62841-1", "62841-1", "2015", "current")));

    private static OshaSection section(String part, String section, String title, String supersededBy) {
        return new OshaSection(part, section, title, "https://example.org/" + part + '/' + section, supersededBy);
    }

    private static ConsensusStandard standard(String standard, String family, String edition, String status) {
        return new ConsensusStandard(standard, family, edition, status, "Title of " + family, null);
    }

    @ParameterizedTest
    @CsvSource({
        "1910.134(d)(1), 29 CFR 1910.134, (d)(1)",
        "29 CFR 1910.134, 29 CFR 1910.134,",
        "29 CFR 1910.134 (d) (1) (iii), 29 CFR 1910.134, (d)(1)(iii)",
        "29 C.F.R. § 1910.134, 29 CFR 1910.134,",
        "OSHA 1910.138, 29 CFR 1910.138,",
        "' 29 cfr part 1910.134 ', 29 CFR 1910.134,"
    })
    void aSectionIsFoundHoweverItIsWritten(String citation, String standard, String paragraph) {
        CitationAnswer answer = CHECK.check(citation);

        assertEquals(Status.VALID, answer.status());
        assertEquals(standard, answer.standard());
        assertEquals(paragraph, answer.paragraph());
        assertEquals(citation, answer.citation());
        assertTrue(answer.isUsable());
    }

    @ParameterizedTest
    @CsvSource({
        "Z87.1-2020, ANSI/ISEA Z87.1-2020",
        "ANSI Z87.1, ANSI/ISEA Z87.1-2020",
        "ansi / isea z87.1 - 2020, ANSI/ISEA Z87.1-2020",
        "Z89.1-2014, ANSI/ISEA Z89.1-2014 (R2019)",
        "ANSI/ISEA Z89.1-2014 (R2019), ANSI/ISEA Z89.1-2014 (R2019)",
        "ISEA 105, ANSI/ISEA 105-2024",
        "ANSI 105-2024, ANSI/ISEA 105-2024",
        "Z359.11, ANSI/ASSP Z359.11-2021",
        "ASTM F2413-24, ASTM F2413-24",
        "UL 62841-1, ANSI/UL 62841-1",
        "UL 62841-1-2015, ANSI/UL 62841-1"
    })
    void aCurrentEditionIsValid(String citation, String standard) {
        CitationAnswer answer = CHECK.check(citation);

        assertEquals(Status.VALID, answer.status());
        assertEquals(standard, answer.standard());
        assertNull(answer.currentEdition());
    }

    @ParameterizedTest
    @CsvSource({
        "Z87.1-2015, ANSI/ISEA Z87.1-2015, ANSI/ISEA Z87.1-2020",
        "F2413-18, ASTM F2413-18, ASTM F2413-24",
        "ISEA 105-2016, ANSI/ISEA 105-2016, ANSI/ISEA 105-2024",
        "ANSI S3.19, ANSI S3.19-1974,",
        "1910.999(a), 29 CFR 1910.999, 29 CFR 1910.138"
    })
    void anOldEditionNamesTheCurrentOne(String citation, String standard, String current) {
        CitationAnswer answer = CHECK.check(citation);

        assertEquals(Status.SUPERSEDED, answer.status());
        assertEquals(standard, answer.standard());
        assertEquals(current, answer.currentEdition());
        assertTrue(answer.isUsable());
    }

    @Test
    void anAbsentSectionNamesTheOneOfTheSameSubject() {
        CitationAnswer answer = CHECK.check("29 CFR 1926.138");

        assertEquals(Status.NOT_IN_LIST, answer.status());
        assertEquals(List.of(new CitationAnswer.Nearest("29 CFR 1910.138", "Hand protection")), answer.nearest());
        assertNull(answer.standard());
        assertFalse(answer.isUsable());
    }

    @Test
    void aSectionWithoutATwinNamesItsNeighboursAndNothingFarAway() {
        assertEquals(
                List.of("29 CFR 1910.137", "29 CFR 1910.134", "29 CFR 1910.138"),
                CHECK.check("1910.136").nearest().stream()
                        .map(CitationAnswer.Nearest::standard)
                        .toList());
        assertEquals(List.of(), CHECK.check("1910.5000").nearest());
    }

    @Test
    void anEditionThatNeverWasNamesThoseThatAreKnown() {
        CitationAnswer answer = CHECK.check("Z89.1-2017");

        assertEquals(Status.NOT_IN_LIST, answer.status());
        assertEquals(
                List.of("ANSI/ISEA Z89.1-2014 (R2019)"),
                answer.nearest().stream().map(CitationAnswer.Nearest::standard).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "105", "Z99.9", "EN 166", "40 CFR 211", "1910.134(", "Z87.1-20x0", "rubbish", "(((((", "ANSI"
            })
    void nonsenseIsNotInTheList(String citation) {
        CitationAnswer answer = CHECK.check(citation);

        assertEquals(Status.NOT_IN_LIST, answer.status());
        assertEquals(List.of(), answer.nearest());
    }
}
