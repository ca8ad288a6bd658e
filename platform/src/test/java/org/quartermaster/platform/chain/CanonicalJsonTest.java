package org.quartermaster.platform.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.rest.Json;

/** One value has one canonical text, however it was written. */
final class CanonicalJsonTest {
    private static JsonNode json(String text) {
        return Json.stored(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1.50, 1.5",
        "100, 100",
        "1E2, 100",
        "1e21, 1e+21",
        "123456789012345678901, 123456789012345678901",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "-12.5e-9, -1.25e-8",
        "9007199254740993, 9007199254740993",
        "0.1000000000000000055511151231257827, 0.1000000000000000055511151231257827",
        "1e999999999, 1e+999999999"
    })
    void aNumberHasOneTextAndAllItsDigits(String given, String canonical) {
        assertThat(CanonicalJson.of(json(given))).isEqualTo(canonical);
    }

    @Test
    void keysAreSortedByTheirUtf16AndOnlyWhatMustBeIsEscaped() {
        var value = json(
                "{\"b\":[1,{}],\"\\u20ac\":\"\\u000f\\n\\u00f6\\\"\\/\",\"\\ud83d\\ude00\":null,\"\\ufb33\":true}");

        assertThat(CanonicalJson.of(value))
                .isEqualTo("{\"b\":[1,{}],\"€\":\"\\u000f\\nö\\\"/\",\"😀\":null,\"\uFB33\":true}");
    }

    @Test
    void theOrderOfKeysAndTheWritingOfNumbersDoNotChangeTheHash() {
        var one = json("{'a':1.0,'b':'x'}");
        var other = json("{'b':'x','a':1}");

        assertThat(CanonicalJson.hash(one)).isEqualTo(CanonicalJson.hash(other)).hasSize(64);
        assertThat(CanonicalJson.hash(one)).isNotEqualTo(CanonicalJson.hash(json("{'a':'1','b':'x'}")));
    }
}
