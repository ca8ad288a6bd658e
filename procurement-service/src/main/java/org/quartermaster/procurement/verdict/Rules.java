package org.quartermaster.procurement.verdict;

import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.Words;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.criteria.Names;
import org.quartermaster.procurement.text.Term;

/** Makes one rule of each criterion that was given. */
final class Rules {
    private final Criteria criteria;
    private final List<Rule> rules = new ArrayList<>();

    private Rules(Criteria criteria) {
        this.criteria = criteria;
    }

    static List<Rule> of(Criteria criteria) {
        var rules = new Rules(criteria);
        rules.addKeywords();
        rules.addCpv();
        rules.addValue();
        rules.addNames(Side.BUYER, criteria.buyers());
        rules.addNames(Side.SUPPLIER, criteria.suppliers());
        rules.addChoices();
        rules.addTimes();
        return List.copyOf(rules.rules);
    }

    private void addKeywords() {
        var keywords = criteria.keywords();
        if (keywords != null) {
            var texts = Texts.of(keywords.in());
            addKeywords(KeywordRule.Mode.ANY, keywords.any(), texts);
            addKeywords(KeywordRule.Mode.ALL, keywords.all(), texts);
            addKeywords(KeywordRule.Mode.NONE, keywords.none(), texts);
        }
    }

    private void addKeywords(KeywordRule.Mode mode, List<Term> terms, Texts texts) {
        if (!terms.isEmpty()) {
            rules.add(new KeywordRule(mode, terms, texts));
        }
    }

    private void addCpv() {
        var cpv = criteria.cpv();
        if (cpv != null && !cpv.any().isEmpty()) {
            rules.add(new CpvRule(false, cpv.any(), cpv.scope(), criteria.unknown()));
        }
        if (cpv != null && !cpv.none().isEmpty()) {
            rules.add(new CpvRule(true, cpv.none(), cpv.scope(), criteria.unknown()));
        }
    }

    private void addValue() {
        if (criteria.value() != null) {
            rules.add(new ValueRule(criteria.value(), criteria.unknownValue()));
        }
    }

    private void addNames(Side side, Names names) {
        if (names != null && !names.any().isEmpty()) {
            rules.add(new NameRule(side, false, names.any(), criteria.unknown()));
        }
        if (names != null && !names.none().isEmpty()) {
            rules.add(new NameRule(side, true, names.none(), criteria.unknown()));
        }
    }

    private void addChoices() {
        addChoice(Choice.PROCEDURES, words(criteria.procedures()));
        addChoice(Choice.MAIN_CATEGORIES, words(criteria.mainCategories()));
        if (!criteria.statuses().isEmpty()) {
            rules.add(new StatusRule(criteria.statuses()));
        }
        addChoice(Choice.COUNTRIES, criteria.countries());
        addChoice(Choice.LANGUAGES, criteria.languages());
        addChoice(Choice.SOURCES, criteria.sources());
    }

    private static List<String> words(List<? extends Enum<?>> constants) {
        return constants.stream().map(Words::of).toList();
    }

    private void addChoice(Choice choice, List<String> wanted) {
        if (!wanted.isEmpty()) {
            rules.add(new ChoiceRule(choice, wanted, criteria.unknown()));
        }
    }

    private void addTimes() {
        var closing = criteria.closing();
        if (criteria.published() != null) {
            rules.add(new TimeRule(TimeRule.PUBLISHED, criteria.published(), null, criteria.unknown()));
        }
        if (closing != null) {
            rules.add(
                    new TimeRule(TimeRule.CLOSING, closing.period(), closing.minDaysLeft(), criteria.unknownClosing()));
        }
    }
}
