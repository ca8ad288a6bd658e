package org.quartermaster.catalog.matching;

import java.util.Arrays;

/** The articles that hold a term, by their number in the index. */
final class Posting {
    private int[] articles = new int[2];
    private int size;

    void add(int article) {
        if (size == articles.length) {
            articles = Arrays.copyOf(articles, size + (size >> 1) + 1);
        }
        articles[size++] = article;
    }

    int size() {
        return size;
    }

    void addTo(double[] scores, double gain) {
        for (var i = 0; i < size; i++) {
            scores[articles[i]] += gain;
        }
    }
}
