package org.quartermaster.system.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with an answer, whatever was asked. */
final class Verdict {
    private static final int BAD_REQUEST = 400;
    private static final String PROBLEM = "application/problem+json";
    private static final Pattern INNER = Pattern.compile(
            "Exception|SQLSTATE|org\\.hibernate|io\\.quarkus|io\\.vertx|java\\.lang|at org\\.|violates");

    private Verdict() {}

    /** Nothing where the answer to the request is as it should be. */
    static Optional<String> on(Answer answer, Request request) {
        if (answer.status() >= 500) {
            return Optional.of(answer.status() + " " + answer.text());
        }
        var isTold = answer.status() >= 400
                && !request.method().equals("HEAD")
                && !isPage(answer, request)
                && (answer.status() != BAD_REQUEST || isUri(request.target()));
        return isTold ? onProblem(answer) : Optional.empty();
    }

    /** NB: what is none, Quarkus refuses before anything of a service is asked, and without a body. */
    private static boolean isUri(String target) {
        try {
            return new URI(target).getRawPath() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** What a person opens in a browser speaks to that person. */
    private static boolean isPage(Answer answer, Request request) {
        return !request.target().startsWith("/api/") && answer.type().startsWith("text/html");
    }

    private static Optional<String> onProblem(Answer answer) {
        var problem = answer.json();
        var isWhole = answer.type().startsWith(PROBLEM)
                && problem.path("status").asInt() == answer.status()
                && !answer.code().isBlank()
                && problem.hasNonNull("type")
                && problem.hasNonNull("title")
                && problem.hasNonNull("request_id");
        if (!isWhole) {
            return Optional.of(answer.status() + " is no whole problem: " + answer.type() + " " + answer.text());
        }
        return INNER.matcher(answer.text()).find()
                ? Optional.of(answer.status() + " tells of the inside: " + answer.text())
                : Optional.empty();
    }
}
