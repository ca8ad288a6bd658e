package org.quartermaster.procurement.text;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts and terms of few words, written in several ways, so that they meet often. */
public final class RandomTexts {
    private static final String[] WORDS = {
        "школа",
        "škola",
        "skola",
        "shkola",
        "Школата",
        "IT",
        "ит",
        "edit",
        "e-mail",
        "mail",
        "опрема",
        "Oprema",
        "ќе",
        "Ђорђе",
        "đorđe",
        "مَدْرَسَة",
        "مدرسه",
        "Straße",
        "strasse",
        "2024",
        "2024/001",
        "m²",
        "O'Neil",
        "и",
        "i",
        "İstanbul",
        "набавка",
        "nabavka",
        "набавки",
        "ΟΔΟΣ",
        "οδος",
        "chart",
        "cart",
        "学校",
        "o’к",
        "a\\b"
    };

    private final Random random;

    public RandomTexts(Random random) {
        this.random = random;
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    /** A text of up to so many words. */
    public String text(int most) {
        return Stream.generate(this::word)
                .limit(random.nextInt(most + 1))
                .map(word -> word + (random.nextInt(5) == 0 ? ", " : " "))
                .collect(Collectors.joining());
    }

    /** A term of one to three words, some with a sign for the whole word or its beginning. */
    public Term term() {
        var text = Stream.generate(this::marked)
                .limit(1 + Math.max(0, random.nextInt(5) - 2))
                .collect(Collectors.joining(" "));
        return Term.parse(text).orElseThrow();
    }

    private String marked() {
        return switch (random.nextInt(6)) {
            case 0 -> "=" + word();
            case 1 -> word() + "*";
            case 2 -> word().substring(0, 1) + "*";
            default -> word();
        };
    }
}
