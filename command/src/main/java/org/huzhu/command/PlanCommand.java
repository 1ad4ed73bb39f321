package org.huzhu.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works on plans: where they are, and where its answer goes. */
public abstract class PlanCommand implements Callable<Integer> {

    @Mixin
    private PlansOption plans = new PlansOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    protected PlanFiles files() {
        return plans.files();
    }

    protected PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
