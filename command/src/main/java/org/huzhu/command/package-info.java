/**
 * The {@code huzhu} command: what a person types, and what it prints.
 *
 * <p>One class per command, named in {@link org.huzhu.command.Huzhu}. A command reads its options, calls the room that
 * does the work, and words the answer in Chinese. Answers go to standard output, progress and troubles to standard
 * error; {@link org.huzhu.command.Exit} lists what the process returns.
 */
@NullMarked
package org.huzhu.command;

import org.jspecify.annotations.NullMarked;
