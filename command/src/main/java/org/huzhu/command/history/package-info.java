/**
 * The commands about past events and payments: {@code huzhu history make} makes a store of a society that never was.
 */
@NullMarked
package org.huzhu.command.history;

import org.jspecify.annotations.NullMarked;
