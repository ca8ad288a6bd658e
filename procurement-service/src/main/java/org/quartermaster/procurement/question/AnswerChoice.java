package org.quartermaster.procurement.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.quartermaster.procurement.model.ModelConfig;
import org.quartermaster.procurement.model.ModelServer;

/** Chooses who words answers: a model where one is configured, else the sources themselves. */
@ApplicationScoped
final class AnswerChoice {
    @Produces
    @Singleton
    AnswerProvider provider(ModelConfig config) {
        var extractive = new ExtractiveAnswers();
        return ModelServer.of(config)
                .<AnswerProvider>map(server -> new ModelAnswers(server, config.answers(), extractive))
                .orElse(extractive);
    }
}
