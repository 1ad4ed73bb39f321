package org.huzhu.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What stands before a command so that PostgreSQL, which refuses to run as root, runs as nobody.
 *
 * <p>A user namespace in which nobody stands for root leaves all files with their owner; where the kernel allows none,
 * the user is really changed, and the files are given to him.
 */
final class Shield {

    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final List<String> before;

    private Shield(List<String> before) {
        this.before = before;
    }

    /** None for whoever is not root; for root the first that works here. */
    static Shield find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Shield(List.of());
        }
        return Optional.of(NAMESPACE)
                .filter(Shield::works)
                .or(() -> Optional.of(USER).filter(Shield::works))
                .map(Shield::new)
                .orElseThrow(() -> new DatabaseTrouble("""
                        PostgreSQL 不能以 root 运行，而这里既不能用 unshare -U，也不能用 setpriv 换用户。
                        请换一个普通用户运行，或用环境变量 HUZHU_DATABASE_URL 指定已有的 PostgreSQL。"""));
    }

    private static boolean works(List<String> command) {
        List<String> trial = new ArrayList<>(command);
        trial.add("true");
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> before() {
        return before;
    }

    /** Lets the shielded user write in the folder, and pass through the one above it, without reading it. */
    void open(Path folder) throws IOException, InterruptedException {
        if (!before.equals(USER)) {
            return;
        }
        Files.setPosixFilePermissions(
                Objects.requireNonNull(folder.getParent()), PosixFilePermissions.fromString("rwx--x--x"));
        Process process = new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, folder.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0 || !Files.isDirectory(folder)) {
            throw new DatabaseTrouble("不能把 %s 交给普通用户。请换一个普通用户运行。".formatted(folder));
        }
    }
}
