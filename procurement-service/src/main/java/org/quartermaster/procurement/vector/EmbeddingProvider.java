package org.quartermaster.procurement.vector;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Turns texts into vectors of length 1; those of two models are never compared. */
public interface EmbeddingProvider {
    /** Name of the model, kept with each vector. */
    String model();

    /** One vector of {@link HashVector#DIMENSIONS} numbers for each text. */
    Uni<List<float[]>> embed(List<String> texts);
}
