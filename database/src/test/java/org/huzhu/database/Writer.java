package org.huzhu.database;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;

/**
 * A process that writes numbers, one transaction each, and says each number that was acknowledged; made to be killed.
 */
final class Writer {

    private Writer() {}

    /** Writes in the society of the folder until it is killed. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        Server server = Servers.own(new Home(Path.of(arguments[0])), "huzhu", List.of(), _ -> {});
        try (Connection owner = server.connectOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists written(number bigint primary key)");
            PreparedStatement write = owner.prepareStatement(
                    "insert into written select coalesce(max(number), 0) + 1 from written returning number");
            while (true) {
                try (var rows = write.executeQuery()) {
                    rows.next();
                    out.println(rows.getLong(1));
                    out.flush();
                }
            }
        }
    }
}
