package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.quartermaster.platform.rest.Question;

/**
 * Calls an endpoint of the running service with nothing to say, and writes down what it asks. A second call gives each
 * list of objects one empty object, so that the questions about its members come too.
 */
final class Interview {
    /**
     * What came out.
     *
     * @param status of the first answer; 0 for a stream, which has no end
     */
    record Result(List<Question> questions, int status) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STREAM_PATIENCE = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final List<Question> questions = new CopyOnWriteArrayList<>();

    Result of(Endpoint endpoint, String token, Map<String, String> existing, boolean stream)
            throws IOException, InterruptedException {
        questions.clear();
        Question.listen(questions::add);
        try {
            var path = Endpoint.fill(endpoint.path(), existing);
            var status = send(endpoint, token, path, "{}", stream);
            var lists = lists();
            if (!lists.isEmpty()) {
                send(endpoint, token, path, json.writeValueAsString(lists), stream);
            }
            return new Result(List.copyOf(questions), status);
        } finally {
            Question.listen(null);
        }
    }

    /** Fields that may be lists of objects, with one empty object each. */
    private Map<String, Object> lists() {
        return questions.stream()
                .filter(question -> question.source() != Question.Source.QUERY
                        && question.source() != Question.Source.HEADER
                        && !question.path().contains("["))
                .filter(Interview::mayBeList)
                .collect(Collectors.toMap(Question::path, question -> List.of(Map.of()), (one, other) -> one));
    }

    private static boolean mayBeList(Question question) {
        return question.kind() == Question.Kind.PRESENCE
                || (question.schema().get("items") instanceof Map<?, ?> items && "object".equals(items.get("type")));
    }

    private int send(Endpoint endpoint, String token, String path, String body, boolean stream)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(stream ? STREAM_PATIENCE : PATIENCE)
                .header("Authorization", "Bearer " + token);
        if (endpoint.takesBody()) {
            request.header(
                    "Content-Type",
                    endpoint.takesJson() ? Endpoint.JSON : endpoint.consumes().get(0));
        }
        var publisher =
                endpoint.takesBody() ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody();
        request.method(endpoint.verb().toUpperCase(Locale.ROOT), publisher);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return stream ? 0 : response.statusCode();
        } catch (HttpTimeoutException endless) {
            if (!stream) {
                throw endless;
            }
            return 0;
        }
    }
}
