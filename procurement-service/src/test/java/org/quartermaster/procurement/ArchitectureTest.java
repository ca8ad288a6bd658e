package org.quartermaster.procurement;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.change.SystemReads;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.testing.ArchitectureContract;

/** The rules of the code, for this service. */
final class ArchitectureTest extends ArchitectureContract {
    private static final String ROOT = "org.quartermaster.procurement";

    /** Ways to connections of the role procurement_system, beside the methods of the platform for global rows. */
    private static final Set<String> WAYS = Set.of(
            SystemConnection.class.getName(),
            OneReplica.class.getName(),
            SystemReads.class.getName(),
            SystemWrites.class.getName());

    private static final String SEE_ALL_TENANTS = """
            account.Deletion
            account.OwnData
            alert.AlertLimits
            audit.Chainer
            billing.AdminBillingResource
            billing.BillingReads
            billing.MockPages
            billing.PurchaseResource
            billing.WaitingEvents
            billing.Webhooks
            broadcast.BroadcastKind
            changes.ChangePositions
            config.ConfigResource
            config.StartingSettings
            cpv.CpvImportKind
            delivery.DigestKind
            delivery.DigestTick
            delivery.InstantMails
            delivery.MailOutcomes
            demo.DemoIdentities
            demo.DemoTenders
            document.DocumentResource
            document.DocumentService
            document.ExtractionKind
            document.Fetching
            entity.CategoryResource
            entity.EntityResource
            fraud.Blocked
            fraud.BlocklistResource
            fraud.FraudCaseResource
            fraud.FraudCases
            fraud.FraudResource
            fraud.FraudRetention
            fraud.Screening
            imports.ImportRegistry
            imports.Importer
            installation.InstallationResource
            login.Login
            login.PasswordChange
            login.PasswordReset
            mail.MailOutbox
            mailed.AccountMails
            manual.TenderWrites
            match.Matcher
            message.ThreadService
            passage.PassageWorker
            process.ProcessJoin
            retention.SpentRows
            source.SourceResource
            statistics.StatisticsRefresh
            supervision.OperatorBootstrap
            supervision.SupervisedUsers
            supervision.SupervisionResource
            token.SigningKeys
            usage.UsageCounts
            usage.UsageLog
            vector.VectorResource
            webhook.WebhookWorker
            """;

    ArchitectureTest() {
        super(ROOT);
    }

    /** No policy stands between such a connection and the rows of another tenant: who joins these is looked at. */
    @Test
    void theseClassesAloneUseConnectionsThatSeeAllTenants() {
        var found = service.stream()
                .filter(ArchitectureTest::seesAllTenants)
                .map(each -> each.getName().substring(ROOT.length() + 1).replaceFirst("\\$.*", ""))
                .collect(toCollection(TreeSet::new));

        assertThat(found)
                .containsExactlyElementsOf(SEE_ALL_TENANTS.lines().sorted().toList());
    }

    private static boolean seesAllTenants(JavaClass each) {
        return each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> WAYS.contains(used.getTargetClass().getName()))
                || each.getAccessesFromSelf().stream()
                        .anyMatch(used -> used.getTargetOwner().getName().startsWith("org.quartermaster.platform.")
                                && used.getName().endsWith("Global"));
    }
}
