package org.quartermaster.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gives a test class the one {@link Platform} that it shares with others; it leaves all services running. */
@Tag("common-platform")
@ExtendWith(CommonPlatform.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnCommonPlatform {}
