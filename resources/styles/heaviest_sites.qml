<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="longitude">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="6" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="latitude">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="6" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="addresses">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="cumulative_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="economy_share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="place" index="0" name="Place" />
  <alias field="longitude" index="1" name="Longitude" />
  <alias field="latitude" index="2" name="Latitude" />
  <alias field="addresses" index="3" name="Addresses" />
  <alias field="share" index="4" name="Share of located addresses, %" />
  <alias field="cumulative_share" index="5" name="Share so far, %" />
  <alias field="economy" index="6" name="Economy" />
  <alias field="economy_share" index="7" name="Share of the economy, %" />
  <alias field="organisations" index="8" name="Organisations" />
  <alias field="reasons" index="9" name="Codes of the reasons" />
 </aliases>
</qgis>
