package org.quartermaster.procurement.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.model.ModelStub;

/** Answers that a model words. */
final class ModelAnswersTest {
    private static final Source SOURCE = new Source(1, "t", null, 0, "Gloves are blue.", 0, 16, 1.0);

    private static Draft answer(ModelStub model) {
        var words = AskedWord.terms("gloves").stream()
                .map(term -> AskedWord.of(term, 1))
                .toList();
        return new ModelAnswers(model.reached(), "words", new ExtractiveAnswers())
                .answer("Which gloves?", words, List.of(SOURCE))
                .await()
                .indefinitely();
    }

    private static String saying(String content) {
        return "{\"choices\": [{\"message\": {\"content\": \"" + content + "\"}}]}";
    }

    @Test
    void areAskedForWithTheSourcesAndTheKey() throws IOException {
        try (var model = new ModelStub(200, saying("They are blue [1]."))) {
            var draft = answer(model);

            assertThat(draft.text()).isEqualTo("They are blue [1].");
            assertThat(draft.cited()).containsExactly(1);
            assertThat(model.requests()).hasSize(1);
            assertThat(model.requests().get(0))
                    .startsWith("/v1/chat/completions Bearer secret")
                    .contains("[1] Gloves are blue.", "Which gloves?");
        }
    }

    @Test
    void areReplacedWhereTheyCiteNothing() throws IOException {
        try (var model = new ModelStub(200, saying("I believe they are red [7]."))) {
            assertThat(answer(model).text()).isEqualTo("Gloves are blue. [1]");
        }
    }

    @Test
    void areReplacedWhereTheModelIsAway() throws IOException {
        try (var model = new ModelStub(500, "{}")) {
            assertThat(answer(model).text()).isEqualTo("Gloves are blue. [1]");
        }
    }
}
