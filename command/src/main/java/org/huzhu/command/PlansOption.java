package org.huzhu.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names another folder of plans; shared by all commands that read plans. */
public final class PlansOption {

    @Option(names = "--plans", paramLabel = "文件夹", description = "计划文件夹，缺省为程序所带的 plans。")
    private @Nullable Path folder;

    PlanFiles files() {
        return new PlanFiles(folder == null ? Home.plans() : folder);
    }
}
