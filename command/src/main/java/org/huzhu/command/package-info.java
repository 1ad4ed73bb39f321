/** The {@code huzhu} command: what a person types, and what it prints. */
@NullMarked
package org.huzhu.command;

import org.jspecify.annotations.NullMarked;
