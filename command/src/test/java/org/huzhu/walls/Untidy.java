package org.huzhu.walls;

/**
 * Something untidy: which rule it breaks, where, and how.
 *
 * @param rule the rule in one word
 * @param path of the file, from the root of the project
 * @param line from 1; 0 when the whole file or folder is meant
 */
record Untidy(String rule, String path, long line, String what) {

    @Override
    public String toString() {
        return path + ":" + line + " [" + rule + "] " + what;
    }
}
