package org.quartermaster.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers a request with a problem before it has reached an endpoint. */
@ApplicationScoped
public final class ProblemAnswers {
    private final ObjectMapper json;

    @Inject
    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the answer; call it on the request's own context. */
    public void send(RoutingContext context, Problem problem) {
        var language = Messages.language(context.request().getHeader("Accept-Language"));
        var response = context.response()
                .setStatusCode(problem.type().status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Content-Language", language.getLanguage());
        problem.headers().forEach(response::putHeader);
        response.end(text(ProblemBody.of(context, problem, language)));
    }

    private String text(ProblemBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
