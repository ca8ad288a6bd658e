package org.quartermaster.procurement.vector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.quartermaster.procurement.model.ModelConfig;
import org.quartermaster.procurement.model.ModelServer;

/** Chooses who makes vectors: a model where one is configured, else nobody but this service. */
@ApplicationScoped
final class EmbeddingChoice {
    @Produces
    @Singleton
    EmbeddingProvider provider(ModelConfig config) {
        return ModelServer.of(config)
                .<EmbeddingProvider>map(server -> new ModelEmbeddings(server, config.embeddings()))
                .orElseGet(HashEmbeddings::new);
    }
}
