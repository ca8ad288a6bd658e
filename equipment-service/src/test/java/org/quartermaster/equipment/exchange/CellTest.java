package org.quartermaster.equipment.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"=1+1,'=1+1", "+49,'+49", "-x,'-x", "@a,'@a", "\\N,'\\N", "it's,it's", "'=x,''=x"})
    void textThatASpreadsheetWouldRunIsGuarded(String text, String cell) {
        assertThat(Cell.write(text)).isEqualTo(cell);
        assertThat(Cell.read(cell)).isEqualTo(text);
    }

    @Test
    void anyTextComesBackAsItWas() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var letters = "'=+-@\\N\"{[5t e";
        for (var i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(6); length >= 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }

            var plain = Cell.read(Cell.write(text.toString()));
            var inMetadata = Cell.readJson(Cell.writeJson(JSON.valueToTree(text.toString())));

            assertThat(plain).as("seed %d", seed).isEqualTo(text.toString());
            assertThat(inMetadata.textValue()).as("seed %d", seed).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.50", "-3", "true", "null", "{\"a\":[1,\"x\"]}", "\"5\"", "\"\"", "\"plain\"", "\"=x\""})
    void valuesOfTheMetadataKeepTheirKind(String json) throws JsonProcessingException {
        var value = JSON.readTree(json);

        assertThat(Cell.readJson(Cell.writeJson(value)).toString()).isEqualTo(value.toString());
    }
}
