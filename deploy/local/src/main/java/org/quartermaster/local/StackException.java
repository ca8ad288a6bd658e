package org.quartermaster.local;

/** Something that the user can understand from its message alone. */
final class StackException extends RuntimeException {
    StackException(String message) {
        super(message);
    }
}
