package org.huzhu.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Looks whether a database and its folder may be trusted with a society, before the society opens. */
public final class StartChecks {

    private static final int VERSION_MIN = 160_000;
    private static final int PASSWORD_MIN = 12;

    /** Those of examples and images, as far as they are long enough. */
    private static final Set<String> DEFAULTS =
            Set.of("mysecretpassword", "postgrespassword", "passwordpassword", "changemechangeme");

    private static final long ROOM_MIN = 1L << 30;
    private static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private StartChecks() {}

    /**
     * What was found, whether well or not.
     *
     * @param name of what was looked at, one word or two of Chinese
     * @param isWell whether it is as it should be
     * @param saying what was seen, and where it is not well, what to do
     */
    public record Finding(String name, boolean isWell, String saying) {}

    /** Looks at all there is. */
    public static List<Finding> look(Home home, Server server, Instant now) {
        List<Finding> found = new ArrayList<>();
        found.add(room(home));
        found.add(secrets(server));
        try (Connection runner = server.connectRunner()) {
            found.add(version(runner));
            found.add(encoding(runner));
            found.add(setting(runner, "fsync", "关闭 fsync 会在断电时丢失已确认的数据。请在 postgresql.conf 里打开它。"));
            found.add(setting(runner, "full_page_writes", "请在 postgresql.conf 里打开 full_page_writes。"));
            found.add(power(runner));
            found.add(ownership(runner));
            found.add(clock(runner, now));
        } catch (SQLException e) {
            found.add(new Finding(
                    "数据库", false, "以角色 %s 连接失败：%s".formatted(server.runner().role(), e.getMessage())));
        }
        return found;
    }

    private static Finding room(Home home) {
        try {
            long free = Files.getFileStore(home.folder()).getUsableSpace();
            return new Finding(
                    "磁盘",
                    free >= ROOM_MIN,
                    free >= ROOM_MIN
                            ? "剩余 %,d MiB".formatted(free >> 20)
                            : "%s 只剩 %,d MiB，至少要 %,d MiB。请清理磁盘，或用 HUZHU_HOME 另指一个目录。"
                                    .formatted(home.folder(), free >> 20, ROOM_MIN >> 20));
        } catch (IOException e) {
            return new Finding("磁盘", false, "%s 不能读取：%s".formatted(home.folder(), e.getMessage()));
        }
    }

    /** A password that anybody would try first opens the database to whoever reaches it. */
    private static Finding secrets(Server server) {
        boolean isWell = Stream.of(server.owner(), server.runner()).noneMatch(StartChecks::isKnown)
                && !server.owner().password().equals(server.runner().password());
        return new Finding(
                "口令",
                isWell,
                isWell
                        ? "两个角色各有自己的口令"
                        : "数据库两个角色的口令不能相同，不能是角色名或常用的缺省值，至少 %d 位。请用 alter role … password '…' 更换，再改环境变量。"
                                .formatted(PASSWORD_MIN));
    }

    private static boolean isKnown(Login login) {
        return login.password().length() < PASSWORD_MIN
                || login.password().equals(login.role())
                || DEFAULTS.contains(login.password().toLowerCase(Locale.ROOT));
    }

    private static Finding version(Connection runner) throws SQLException {
        int version = Integer.parseInt(ask(runner, "show server_version_num"));
        return new Finding(
                "版本",
                version >= VERSION_MIN,
                version >= VERSION_MIN
                        ? "PostgreSQL " + ask(runner, "show server_version")
                        : "PostgreSQL %s 太旧，要 16 或更高。".formatted(ask(runner, "show server_version")));
    }

    private static Finding encoding(Connection runner) throws SQLException {
        String encoding = ask(runner, "show server_encoding");
        boolean isWell = "UTF8".equals(encoding);
        return new Finding(
                "编码", isWell, isWell ? encoding : "数据库的编码是 %s，应为 UTF8。请以 encoding 'UTF8' 重建数据库。".formatted(encoding));
    }

    private static Finding setting(Connection runner, String name, String remedy) throws SQLException {
        boolean isOn = "on".equals(ask(runner, "show " + name));
        return new Finding(name, isOn, isOn ? "打开" : remedy);
    }

    private static Finding power(Connection runner) throws SQLException {
        String query = "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                + " where rolname = current_user";
        boolean isStrong = "t".equals(ask(runner, query));
        return new Finding(
                "权限",
                !isStrong,
                isStrong
                        ? "运行角色权力过大。请执行：alter role %s nosuperuser nobypassrls nocreaterole nocreatedb"
                                .formatted(ask(runner, "select current_user"))
                        : "运行角色不能越权");
    }

    private static Finding ownership(Connection runner) throws SQLException {
        String query = "select count(*) from pg_class where relowner = current_user::regrole";
        boolean owns = !"0".equals(ask(runner, query));
        return new Finding("所有权", !owns, owns ? "运行角色不应拥有任何表。请把它们改归升级所用的角色。" : "运行角色不拥有任何表");
    }

    private static Finding clock(Connection runner, Instant now) throws SQLException {
        try (PreparedStatement statement = runner.prepareStatement("select extract(epoch from now())::bigint");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            long skew = Math.abs(rows.getLong(1) - now.getEpochSecond());
            boolean isWell = skew <= SKEW_MAX.toSeconds();
            return new Finding("时钟", isWell, isWell ? "与数据库一致" : "本机与数据库相差 %d 秒。请校准时钟。".formatted(skew));
        }
    }

    private static String ask(Connection runner, String query) throws SQLException {
        try (PreparedStatement statement = runner.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
