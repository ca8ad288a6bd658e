package org.quartermaster.vehicle;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.testing.ArchitectureContract;

/** The rules of the code, for this service. */
final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("org.quartermaster.vehicle");
    }

    @Test
    void oneClassAloneWorksInTheTenantOfAnother() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.quartermaster.vehicle.transfer.GiversTenant")
                .should()
                .callMethodWhere(describe("enters another tenant", ArchitectureTest::entersAnotherTenant))
                .because("the walls between tenants have one door, which transfers go through")
                .check(service);
    }

    private static boolean entersAnotherTenant(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Writes.class)
                && call.getName().equals("within");
    }
}
