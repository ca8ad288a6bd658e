package org.quartermaster.procurement.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.model.ModelStub;

/** Vectors that a model makes. */
final class ModelEmbeddingsTest {
    private static String vector(int index, int length) {
        var numbers =
                IntStream.range(0, length).mapToObj(n -> n == index ? "2" : "0").collect(Collectors.joining(","));
        return "{\"index\": " + index + ", \"embedding\": [" + numbers + "]}";
    }

    private static List<float[]> embed(ModelStub model) {
        return new ModelEmbeddings(model.reached(), "vectors")
                .embed(List.of("one", "two"))
                .await()
                .indefinitely();
    }

    @Test
    void standInTheOrderOfTheirTextsAndAreOfLengthOne() throws IOException {
        try (var model = new ModelStub(200, "{\"data\": [" + vector(1, 768) + "," + vector(0, 768) + "]}")) {
            var vectors = embed(model);

            assertThat(vectors.get(0)[0]).isEqualTo(1f);
            assertThat(vectors.get(1)[1]).isEqualTo(1f);
            assertThat(model.requests().get(0))
                    .startsWith("/v1/embeddings Bearer secret")
                    .contains("[\"one\",\"two\"]");
        }
    }

    @Test
    void areRefusedWhenTheyAreShortOrMissing() throws IOException {
        try (var model = new ModelStub(200, "{\"data\": [" + vector(0, 3) + "," + vector(1, 768) + "]}")) {
            assertThatThrownBy(() -> embed(model)).hasMessageContaining("3 numbers");
        }
        try (var model = new ModelStub(200, "{\"data\": [" + vector(0, 768) + "]}")) {
            assertThatThrownBy(() -> embed(model)).hasMessageContaining("no vector");
        }
    }
}
