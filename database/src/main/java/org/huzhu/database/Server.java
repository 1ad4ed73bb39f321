package org.huzhu.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * A running PostgreSQL with a database for the society in it.
 *
 * @param url for JDBC, without role and password
 * @param owner owns all tables and migrates them
 * @param runner runs the society: owns nothing, and row-level security binds it
 * @param admin who may make and drop databases and roles; empty where the server is not ours
 * @param stop what stops the server; nothing where it is not ours
 */
public record Server(String url, Login owner, Login runner, Optional<Login> admin, Runnable stop)
        implements AutoCloseable {

    /** The role that owns all tables. */
    public static final String OWNER = "huzhu_owner";

    /** The role that runs the society. */
    public static final String RUNNER = "huzhu_runner";

    /** A new connection of the owner. */
    public Connection connectOwner() throws SQLException {
        return connect(url, owner);
    }

    /** A new connection of the runner. */
    public Connection connectRunner() throws SQLException {
        return connect(url, runner);
    }

    /** The same server with another of its databases; to close it stops nothing. */
    public Server on(String database) {
        return new Server(url.substring(0, url.lastIndexOf('/') + 1) + database, owner, runner, admin, () -> {});
    }

    /** A new connection of the administrator of our own server, to its database {@code postgres}. */
    public Connection connectAdmin() throws SQLException {
        return connect(on("postgres").url(), admin.orElseThrow());
    }

    /** A new connection of the role to a database. */
    public static Connection connect(String url, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "huzhu");
        // What the database says of a row that it refuses may hold names: it stays out of errors and logs.
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("options", "-c TimeZone=Asia/Shanghai");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public void close() {
        stop.run();
    }
}
