package org.quartermaster.procurement.vector;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Vectors {@code hash-v1}, which need no model. */
final class HashEmbeddings implements EmbeddingProvider {
    @Override
    public String model() {
        return "hash-v1";
    }

    @Override
    public Uni<List<float[]>> embed(List<String> texts) {
        return Uni.createFrom().item(() -> texts.stream().map(HashVector::of).toList());
    }
}
