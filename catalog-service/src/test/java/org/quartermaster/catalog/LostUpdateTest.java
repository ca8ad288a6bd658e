package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.product.Shelf;

/** Of many who change the same row, having seen the same of it, one succeeds and the others are told. */
@CatalogTest
class LostUpdateTest {
    private static final int WRITERS = 50;
    /** NB: each loses against each once, so their tries are the square of their number. */
    private static final int STUBBORN = 12;

    private static final String DRILL = "{\"sku\":\"A\",\"name\":\"Drill\"}";

    private final Shelf shelf = Shelf.create();

    private Response write(String path, String field, String value, int version) {
        return shelf.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"%s\":\"%s\",\"version\":%d}".formatted(field, value, version))
                .patch(path);
    }

    private Response read(String path) {
        return shelf.tenant().as("viewer").get(path);
    }

    private static List<Callable<Response>> writers(int count, Writer writer) {
        return IntStream.range(0, count)
                .<Callable<Response>>mapToObj(n -> () -> writer.write("w" + n))
                .toList();
    }

    /** Writes its name. */
    private interface Writer {
        Response write(String name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/products | name | " + DRILL,
                "/api/v1/quotations | notes | {\"client_name\":\"Ann\",\"project_title\":\"Yard\"}",
                "/api/v1/recommendations | title | {\"title\":\"Oil\",\"description\":\"Old\",\"category\":\"care\"}"
            })
    void ofFiftyParallelWritersOneSucceeds(String path, String field, String json) throws Exception {
        var row = path + "/" + shelf.add(path, json);
        int version = read(row).path("version");

        var answers = AtOnce.all(writers(WRITERS, name -> write(row, field, name, version)));

        var won = answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 412))
                .hasSize(WRITERS - 1);
        assertThat(read(row).<Integer>path("version")).isEqualTo(version + 1);
        assertThat(read(row).<String>path(field)).isEqualTo(won.get(0).<String>path(field));
    }

    @Test
    void whoTriesAgainWithWhatIsThereNowLosesNothing() throws Exception {
        var row = Shelf.PRODUCTS + "/" + shelf.product(DRILL);

        AtOnce.all(writers(STUBBORN, name -> append(row, name)));

        assertThat(read(row).<String>path("description").split(" "))
                .hasSize(STUBBORN)
                .doesNotHaveDuplicates();
    }

    private Response append(String row, String name) {
        while (true) {
            var seen = read(row);
            var text = Objects.toString(seen.path("description"), "") + " " + name;
            var answer = write(row, "description", text.strip(), seen.path("version"));
            if (answer.statusCode() != 412) {
                return answer;
            }
        }
    }
}
