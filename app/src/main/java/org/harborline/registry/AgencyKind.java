// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// What an agency is in its country.
public enum AgencyKind {
    /// A regional task force against crimes on children, such as the 61 of the United States.
    TASK_FORCE,
    /// A national agency of a federation, including its liaison queue for places not known well enough.
    FEDERAL,
    /// The contact point of a country.
    NATIONAL,
    /// A police force of a city, county or state outside the task forces.
    LOCAL,
    /// An investigative service of armed forces.
    MILITARY
}
