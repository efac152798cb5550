// Reads a file as CloudMonkey does, with its options, and again what it makes of the file: it writes it at each start.
// https://github.com/apache/cloudstack-cloudmonkey/blob/main/config/config.go
package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"

	"gopkg.in/ini.v1"
)

type profile struct {
	URL       string `ini:"url" json:"url"`
	APIKey    string `ini:"apikey" json:"apikey"`
	SecretKey string `ini:"secretkey" json:"secretkey"`
}

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		panic(err)
	}
	readings := []map[string]profile{}
	for len(readings) < 3 {
		file, err := ini.LoadSources(ini.LoadOptions{IgnoreInlineComment: true}, text)
		if err != nil {
			panic(err)
		}
		reading := map[string]profile{}
		for _, section := range file.Sections() {
			var p profile
			if err := section.MapTo(&p); err != nil {
				panic(err)
			}
			reading[section.Name()] = p
		}
		readings = append(readings, reading)
		var written bytes.Buffer
		if _, err := file.WriteTo(&written); err != nil {
			panic(err)
		}
		text = written.Bytes()
	}
	if err := json.NewEncoder(os.Stdout).Encode(readings); err != nil {
		panic(err)
	}
}
