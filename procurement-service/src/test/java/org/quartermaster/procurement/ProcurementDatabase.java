package org.quartermaster.procurement;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.quartermaster.local.LocalServers;

/** The service's database, as one of its roles. */
public final class ProcurementDatabase {
    private ProcurementDatabase() {}

    /** As the role that may write global rows. */
    public static Connection system() throws SQLException {
        return as("procurement_system");
    }

    public static Connection as(String role) throws SQLException {
        return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl("procurement"), role, "none");
    }
}
