package org.quartermaster.catalog;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.quartermaster.local.LocalServers;

/** The service's database, as one of its roles. */
public final class CatalogDatabase {
    private CatalogDatabase() {}

    /** As the role that may write global rows. */
    public static Connection system() throws SQLException {
        return as("catalog_system");
    }

    public static Connection as(String role) throws SQLException {
        return DriverManager.getConnection("jdbc:" + LocalServers.databaseUrl("catalog"), role, "none");
    }
}
