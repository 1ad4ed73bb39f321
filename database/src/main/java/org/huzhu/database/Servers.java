package org.huzhu.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the database of a society: that which {@code HUZHU_DATABASE_URL} names, else one of our own. */
public final class Servers {

    private static final String URL = "HUZHU_DATABASE_URL";
    private static final String OWNER = "HUZHU_DATABASE_OWNER";
    private static final String OWNER_PASSWORD = "HUZHU_DATABASE_OWNER_PASSWORD";
    private static final String RUNNER = "HUZHU_DATABASE_USER";
    private static final String RUNNER_PASSWORD = "HUZHU_DATABASE_PASSWORD";
    private static final String NAME = "huzhu";

    private Servers() {}

    /**
     * Opens it, both roles and the database being there afterwards.
     *
     * @param progress hears, in Chinese, of each step that takes its time
     */
    public static Server open(Home home, Settings settings, Consumer<String> progress) {
        return settings.get(URL).map(url -> named(url, settings)).orElseGet(() -> own(home, NAME, List.of(), progress));
    }

    /** As {@link #open}, but joins our own server where another process has it running, and leaves it running. */
    public static Server join(Home home, Settings settings, Consumer<String> progress) {
        return settings.get(URL)
                .map(url -> named(url, settings))
                .or(() -> OwnServer.portOfRunning(home).map(port -> running(home, port)))
                .orElseGet(() -> own(home, NAME, List.of(), progress));
    }

    private static Server running(Home home, int port) {
        Login admin = OwnServer.superuser(home);
        return new Server(OwnServer.url(port, NAME), owner(home), runner(home), Optional.of(admin), () -> {});
    }

    private static Login owner(Home home) {
        return new Login(Server.OWNER, Passwords.of(home, Server.OWNER));
    }

    private static Login runner(Home home) {
        return new Login(Server.RUNNER, Passwords.of(home, Server.RUNNER));
    }

    private static Server named(String url, Settings settings) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseTrouble("环境变量 %s 应以 jdbc:postgresql: 开头，而不是“%s”。".formatted(URL, url));
        }
        Login owner = new Login(settings.get(OWNER).orElse(Server.OWNER), required(settings, OWNER_PASSWORD));
        Login runner = new Login(settings.get(RUNNER).orElse(Server.RUNNER), required(settings, RUNNER_PASSWORD));
        return new Server(url, owner, runner, Optional.empty(), () -> {});
    }

    private static String required(Settings settings, String name) {
        return settings.get(name)
                .orElseThrow(() ->
                        new DatabaseTrouble("指定了 %s，就还要指定 %s。怎样建立两个角色，见 docs/operating.md。".formatted(URL, name)));
    }

    /**
     * Our own, in the folder, with a database of the name in it; {@code options} such as {@code fsync=off} go to it.
     */
    public static Server own(Home home, String name, List<String> options, Consumer<String> progress) {
        OwnServer own = OwnServer.start(home, options, progress);
        Login owner = owner(home);
        Login runner = runner(home);
        try (Connection connection = Server.connect(own.url("postgres"), own.superuser());
                Statement statement = connection.createStatement()) {
            role(statement, owner);
            role(statement, runner);
            if (!exists(statement, "select from pg_database where datname = '" + name + "'")) {
                statement.execute("create database %s owner %s".formatted(name, owner.role()));
            }
        } catch (SQLException e) {
            own.close();
            throw new DatabaseTrouble("数据库里的角色不能建立：" + e.getMessage(), e);
        }
        return new Server(own.url(name), owner, runner, Optional.of(own.superuser()), own::close);
    }

    private static void role(Statement statement, Login login) throws SQLException {
        // Hexadecimal digits and names of ours: nothing here needs quoting.
        String verb =
                exists(statement, "select from pg_roles where rolname = '" + login.role() + "'") ? "alter" : "create";
        statement.execute("%s role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
                .formatted(verb, login.role(), login.password()));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
