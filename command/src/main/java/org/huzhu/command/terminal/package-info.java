/**
 * What a terminal shows: tables whose columns line up, wrapped text, help, progress, and the machine it all runs on.
 *
 * <p>Knows nothing of mutual aid. Widths are counted in columns of a terminal, where a Chinese character takes two.
 */
@NullMarked
package org.huzhu.command.terminal;

import org.jspecify.annotations.NullMarked;
