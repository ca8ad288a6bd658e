package org.quartermaster.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for the code of every service; a service's test extends it and names its package. NB: read once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureContract {
    private final String root;
    private final JavaClasses all;
    /** The classes of the service alone. */
    protected final JavaClasses service;

    protected ArchitectureContract(String root) {
        this.root = root;
        // With the platform, whose endpoints are the service's too.
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root, "org.quartermaster.platform");
        service = all.that(resideInAPackage(root + ".."));
    }

    @Test
    void everyEndpointNamesItsRoles() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(be(describe("annotated with their roles", ArchitectureContract::hasRole)))
                .because("an endpoint that forgot its role must not reach production")
                .check(all);
    }

    private static boolean hasRole(JavaMethod method) {
        var owner = method.getOwner();
        return method.isAnnotatedWith(RolesAllowed.class)
                || method.isAnnotatedWith(PermitAll.class)
                || owner.isAnnotatedWith(RolesAllowed.class)
                || owner.isAnnotatedWith(PermitAll.class);
    }

    @Test
    void noTickRunsTwiceAtATimeInOneProcess() {
        methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should(be(describe("skipped while one runs", ArchitectureContract::isSkipped)))
                .because("ticks that take longer than their interval would pile up")
                .check(all);
    }

    private static boolean isSkipped(JavaMethod method) {
        return method.getAnnotationOfType(Scheduled.class).concurrentExecution() == Scheduled.ConcurrentExecution.SKIP;
    }

    @Test
    void noEndpointIsInherited() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(be(describe("in a concrete resource without subclasses", ArchitectureContract::isItsOwn)))
                .because("a @RolesAllowed on a subclass does not cover the methods that it inherits")
                .check(all);
    }

    private static boolean isItsOwn(JavaMethod method) {
        var owner = method.getOwner();
        return owner.isAnnotatedWith(Path.class)
                && !owner.getModifiers().contains(JavaModifier.ABSTRACT)
                && owner.getAllSubclasses().isEmpty();
    }

    @Test
    void onlyThePlatformTouchesThePool() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.vertx\\.(mutiny\\.)?(sqlclient\\.Pool|pgclient\\.PgPool)")
                .because("a connection without the tenant's setting sees nothing, or another tenant's rows")
                .check(service);
    }

    @Test
    void packagesFormNoCycles() {
        checkCycles(root, service);
    }

    /** Fails when packages below the root need each other in a circle. */
    public static void checkCycles(String root, JavaClasses classes) {
        slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a package must be readable, and removable, alone")
                .check(classes);
    }
}
