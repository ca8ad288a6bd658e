package org.quartermaster.procurement.question;

import org.quartermaster.platform.rest.Fields;

/** What is asked, of which tenders, and how much of them is wanted. */
record QuestionInput(String text, Scope scope, int topK) {
    private static final int LONGEST_QUESTION = 1_000;
    private static final int MOST_SOURCES = 20;
    private static final int LONGEST_QUERY = 500;
    private static final int MOST_PASSAGES = 50;
    private static final int USUAL_PASSAGES = 10;

    static QuestionInput question(Fields fields, int usualSources) {
        return read(fields, "question", LONGEST_QUESTION, MOST_SOURCES, usualSources);
    }

    static QuestionInput query(Fields fields) {
        return read(fields, "query", LONGEST_QUERY, MOST_PASSAGES, USUAL_PASSAGES);
    }

    private static QuestionInput read(Fields fields, String name, int longest, int most, int usual) {
        fields.require(name);
        var input = new QuestionInput(
                fields.text(name, 1, longest).value(),
                Scope.read(fields),
                fields.integer("top_k", 1, most).or(usual));
        fields.checkStrictly();
        return input;
    }
}
