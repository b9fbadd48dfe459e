"""Resources of the plugin: icons, help, translations, and the sample scene's generator."""
