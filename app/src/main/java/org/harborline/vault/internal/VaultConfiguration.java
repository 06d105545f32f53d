// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Settings of the vault.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureSettings.class)
class VaultConfiguration {}
