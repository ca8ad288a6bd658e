package org.quartermaster.procurement.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quartermaster.procurement.model.ModelServer;

/**
 * Lets a model behind an OpenAI-compatible address word the answer. One that cites nothing, or no answer at all, is
 * replaced by sentences of the sources.
 */
final class ModelAnswers implements AnswerProvider {
    private static final String TASK =
            "Answer the question from the numbered sources alone, in its language, in at most"
                    + " five sentences. End each sentence with the number of its source, such as [1]. If the sources do not"
                    + " answer it, say nothing.";
    private static final Pattern CITATION = Pattern.compile("\\[([0-9]{1,3})]");

    private final ModelServer server;
    private final String model;
    private final AnswerProvider otherwise;

    ModelAnswers(ModelServer server, String model, AnswerProvider otherwise) {
        this.server = server;
        this.model = model;
        this.otherwise = otherwise;
    }

    @Override
    public Uni<Draft> answer(String question, List<AskedWord> words, List<Source> sources) {
        return server.post("/chat/completions", request(question, sources))
                .map(answer -> draft(answer, sources))
                .onFailure()
                .invoke(away -> Log.warnf("the model gave no answer: %s", away.getMessage()))
                .onFailure()
                .recoverWithItem(Draft.NONE)
                .chain(draft -> draft.text() == null
                        ? otherwise.answer(question, words, sources)
                        : Uni.createFrom().item(draft));
    }

    private JsonNode request(String question, List<Source> sources) {
        var request = JsonNodeFactory.instance.objectNode().put("model", model).put("temperature", 0);
        var messages = request.putArray("messages");
        messages.addObject().put("role", "system").put("content", TASK);
        var texts = sources.stream()
                .map(source -> "[" + source.n() + "] " + source.text())
                .collect(Collectors.joining("\n\n"));
        messages.addObject().put("role", "user").put("content", texts + "\n\nQuestion: " + question);
        return request;
    }

    private static Draft draft(JsonNode answer, List<Source> sources) {
        var text =
                answer.path("choices").path(0).path("message").path("content").asText("");
        var cited = cited(text, sources.size());
        return cited.isEmpty() ? Draft.NONE : new Draft(text.strip(), cited);
    }

    private static Set<Integer> cited(String text, int sources) {
        return CITATION.matcher(text)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .filter(n -> n >= 1 && n <= sources)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
