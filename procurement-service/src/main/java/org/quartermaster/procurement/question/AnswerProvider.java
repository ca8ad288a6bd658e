package org.quartermaster.procurement.question;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Puts an answer together from sources, each statement with {@code [n]} for the source that says so. */
interface AnswerProvider {
    Uni<Draft> answer(String question, List<AskedWord> words, List<Source> sources);
}
