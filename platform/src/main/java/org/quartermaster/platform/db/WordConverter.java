package org.quartermaster.platform.db;

import jakarta.persistence.AttributeConverter;

/** Stores an enumeration as its lower-case word; each enumeration declares a one-line subclass. */
public abstract class WordConverter<E extends Enum<E>> implements AttributeConverter<E, String> {
    private final Class<E> type;

    protected WordConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(E constant) {
        return constant == null ? null : Words.of(constant);
    }

    @Override
    public E convertToEntityAttribute(String word) {
        return word == null ? null : Words.find(type, word).orElseThrow();
    }
}
