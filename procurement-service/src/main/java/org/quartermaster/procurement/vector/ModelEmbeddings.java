package org.quartermaster.procurement.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import org.quartermaster.procurement.model.ModelServer;

/** Vectors of a model behind an address that speaks as OpenAI's does. */
final class ModelEmbeddings implements EmbeddingProvider {
    private final ModelServer server;
    private final String model;

    ModelEmbeddings(ModelServer server, String model) {
        this.server = server;
        this.model = model;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Uni<List<float[]>> embed(List<String> texts) {
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("model", model)
                .put("dimensions", HashVector.DIMENSIONS)
                .put("encoding_format", "float");
        texts.forEach(request.putArray("input")::add);
        return server.post("/embeddings", request).map(answer -> vectors(answer.path("data"), texts.size()));
    }

    private static List<float[]> vectors(JsonNode data, int expected) {
        var vectors = new float[expected][];
        for (var entry : data) {
            var index = entry.path("index").asInt(-1);
            if (index >= 0 && index < expected) {
                vectors[index] = vector(entry.path("embedding"));
            }
        }
        if (Arrays.asList(vectors).contains(null)) {
            throw new IllegalStateException("the model gave no vector for one of the texts");
        }
        return List.of(vectors);
    }

    private static float[] vector(JsonNode numbers) {
        if (numbers.size() != HashVector.DIMENSIONS) {
            throw new IllegalStateException("the model gave a vector of " + numbers.size() + " numbers");
        }
        var values = new double[numbers.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).asDouble();
        }
        return HashVector.unit(values);
    }
}
