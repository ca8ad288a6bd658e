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
    void twoClassesAloneWorkInTheTenantOfAnother() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.quartermaster.vehicle.transfer.GiversTenant")
                .and()
                .doNotHaveFullyQualifiedName("org.quartermaster.vehicle.sale.BuyersTenant")
                .should()
                .callMethodWhere(describe("enters another tenant", ArchitectureTest::entersAnotherTenant))
                .because("the walls between tenants have two doors: for transfers, and for who buys a lot")
                .check(service);
    }

    private static boolean entersAnotherTenant(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Writes.class)
                && call.getName().equals("within");
    }
}
