package org.huzhu.command;

import picocli.CommandLine.IVersionProvider;

/** Says which Huzhu this is, and what it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String own = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "huzhu " + (own == null ? "（未打包）" : own),
            "Java " + Runtime.version() + "，" + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
