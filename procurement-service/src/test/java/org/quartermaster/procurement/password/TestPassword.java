package org.quartermaster.procurement.password;

/** A password of tests, hashed once. */
public final class TestPassword {
    public static final String TEXT = "a violet staple of batteries";
    public static final String HASH = Argon2.of(TEXT).toString();

    /** As it was hashed when less was enough. */
    public static final String WEAK = Argon2.of(TEXT, 64, 1).toString();

    private TestPassword() {}
}
